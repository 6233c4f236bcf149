n = 1
import nosuchlibrary
